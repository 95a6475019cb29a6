/** The runner of code finds what it is there to find: wrong outputs, errors and where they are, blocks that must not run. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readFixtures, withCode } from './fixtures';
import { codeOfNotes } from './notes';
import { findPython, type Outcome, type Piece, runPrograms } from './python';
import { codeOfQuestions } from './questions';
import { wronglyStated } from './stated';

describe('what code prints', () => {
  it('stands in the block below, sign by sign', () => {
    assert.equal(wronglyStated('a  1\nb 2\n', [], 'a  1\nb 2\n'), undefined);
    assert.match(wronglyStated('a 1\n', [], 'a 2\n') ?? '', /prints\na 1\n.*says\na 2/s);
    assert.match(wronglyStated('', [], 'a\n') ?? '', /says\na/);
  });

  it('or line by line in comments, in order, with numbers and remarks around', () => {
    assert.equal(wronglyStated('(8, 2)\nAdam 0.9\n', ['(1)', '(3) (8, 2)', 'a remark', 'Adam   0.9 ← small'], undefined), undefined);
    assert.match(wronglyStated('1\n2\n', ['2', '1'], undefined) ?? '', /prints “2”/);
    assert.match(wronglyStated('0.5\n', ['0.4'], undefined) ?? '', /prints “0.5”.*0\.4/);
    assert.match(wronglyStated('0.5\n', [], undefined) ?? '', /prints “0.5”/);
  });
});

describe('a program in Python', () => {
  const python = findPython();
  if (python.can !== 'run') return;
  const piece = (source: string, mode: Piece['mode'] = 'run'): Piece => ({ source, file: 'note.md', line: 10, mode });
  const tensors = ['torch.ones(2)', 'torch.ones(1, 2)', 'torch.zeros(2)', 'torch.ones(2, requires_grad=True)'];
  const definitions = 'import math\ndef area(r):\n    return math.pi * r ** 2\nr = 1 / 0\n';
  const programs = [
    [piece('x = 1  # one\n'), piece('print(x)\ny = x / 0\n'), piece('print(2)\n')],
    [piece(definitions, 'define'), piece('print(round(area(2), 1))\n'), piece('1 / 0\n', 'parse'), piece('if\n', 'parse')],
    ...tensors.map((tensor) => [piece(`import torch\nx = ${tensor}\nif x.requires_grad: x.sum().backward()\n`)]),
  ];
  let outcomes: Outcome[] = [];
  before(async function () {
    this.timeout(60_000);
    outcomes = await runPrograms(python, programs);
  });

  it('shares its names, and stops at an error, which says where it is', () => {
    assert.deepEqual(outcomes[0]?.pieces, [
      { printed: '', comments: ['one'], error: '' },
      { printed: '1\n', comments: [], error: 'ZeroDivisionError: division by zero (note.md:11)' },
    ]);
    assert.deepEqual(outcomes[0]?.values, { x: '1' });
  });

  it('keeps to its mode', () => {
    const errors = outcomes[1]?.pieces.map(({ printed, error }) => printed + error) ?? [];
    assert.deepEqual(errors.slice(0, 3), ['', '12.6\n', '']);
    assert.match(errors[3] ?? '', /^SyntaxError: .*note\.md/);
  });

  it('has another result when a tensor, its shape or its gradient is another', () => {
    const texts = outcomes.slice(2).map(({ values }) => values['x']);
    assert.deepEqual(texts, ['[2] 1 1', '[1, 2] 1 1', '[2] 0 0', '[2] 1 1 grad [2] 1 1']);
  });
});

describe('the blocks of the notes', () => {
  it('are read with their line, their marker and their output', () => {
    const note = codeOfNotes().find(({ slug }) => slug === 'maml-in-code');
    const [bowl, ...others] = note?.blocks ?? [];
    assert.equal(bowl?.output, '-0.18 0.60\n');
    assert.equal(bowl?.source.split('\n')[0], 'import torch');
    assert.deepEqual(
      others.map(({ marker }) => marker?.name ?? ''),
      ['', '', '', '', 'slow'],
    );
  });

  it('are all found, as is the code of the questions', () => {
    const countIn = (folder: string, pattern: RegExp): number =>
      fs.readdirSync(path.resolve(folder)).flatMap((name) => fs.readFileSync(path.resolve(folder, name), 'utf8').match(pattern) ?? [])
        .length;
    assert.equal(codeOfNotes().flatMap(({ blocks }) => blocks).length, countIn('syllabus/notes', /^ *```python\b/gm));
    assert.equal(codeOfQuestions(readFixtures()).length, countIn('syllabus/questions', /^ *language: python$/gm));
  });

  it('take the place of ____ in a fixture, indented as it is', () => {
    const fixture = readFixtures().get('transfer-learning-grl-code');
    assert.ok(fixture);
    assert.match(
      withCode(fixture, '@staticmethod\ndef backward(ctx, grad):\n    return grad, None\n'),
      /\n {4}@staticmethod\n {4}def backward\(ctx, grad\):\n {8}return grad, None\n/,
    );
  });
});
