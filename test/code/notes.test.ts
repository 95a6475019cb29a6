/** The code of the notes runs, block after block, and prints what the note says that it prints. */
import assert from 'node:assert/strict';
import { readFixtures } from './fixtures';
import { codeOfNotes, programOf } from './notes';
import { findPython, leftOut, type Outcome, runPrograms } from './python';
import { wronglyStated } from './stated';

const python = findPython();
const notes = codeOfNotes();

describe('the code of the notes', () => {
  if (python.can !== 'run') it.skip(leftOut(python));
  if (python.can === 'nothing') return;

  const fixtures = readFixtures();
  const programs = notes.map((note) => programOf(note, notes, fixtures));
  let outcomes: Outcome[] = [];
  before(async function () {
    this.timeout(0); // each program has its own limit
    outcomes = await runPrograms(
      python,
      programs.map(({ program }) => program),
    );
  });

  for (const { file, line, mode, marker } of notes.flatMap(({ blocks }) => blocks))
    if (mode !== 'run') it.skip(`runs: ${file}:${line} (${marker?.name}: ${marker?.reason})`);

  notes.forEach(({ slug, blocks }, n) => {
    it(`${python.can === 'run' ? 'runs' : 'parses'}: ${slug}`, () => {
      const pieces = outcomes[n]?.pieces ?? [];
      assert.equal(pieces.find(({ error }) => error !== '')?.error, undefined);
      if (python.can !== 'run') return;
      blocks.forEach(({ file, line, mode, output }, b) => {
        const { printed = '', comments = [] } = pieces[(programs[n]?.first ?? 0) + b] ?? {};
        const wrong = mode === 'run' ? wronglyStated(printed, comments, output) : undefined;
        assert.equal(wrong, undefined, `${file}:${line}: ${wrong}`);
      });
    });
  });
});
