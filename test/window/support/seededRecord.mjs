// Puts a learner's record of the last weeks onto the disk of a window, before anything reads it.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../host/places.mjs';

const day = 86_400_000;

/** One question of each kind that is answered otherwise than by choosing or by one number, and one of a set. */
export const newerKinds = [
  'maml-vary-inner-step',
  'meta-learning-support-shape',
  'maml-in-code-type-inner-step',
  'maml-order-outer-iteration',
  'maml-match-quantities',
  'maml-set-two-bowls-phi',
];

/** Every compiled question that is chosen or computed from numbers that stand still, in the order of its files. */
function questions() {
  const folder = path.join(root, 'dist/content/questions');
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((file) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')).questions)
    .filter(({ kind, choices, generator }) => choices || (kind === 'numeric' && !generator));
}

const givenTo = (question, correct) =>
  question.kind === 'numeric'
    ? { text: String(correct ? question.answer.value : 1e6), value: correct ? question.answer.value : 1e6 }
    : { choices: question.choices.flatMap((choice, index) => (choice.correct === correct ? [index] : [])).slice(0, correct ? 9 : 1) };

/** 240 answers on two days of three over ten weeks, getting better, worse in every third file. @returns how many answers */
export function seedRecord({ userDir }) {
  const bank = questions();
  const now = Date.now();
  const events = Array.from({ length: 240 }, (_, i) => {
    const question = bank[(i * 7) % Math.min(bank.length, 90)];
    const back = Math.floor(70 * (1 - i / 240) ** 1.2);
    const correct = (i * 37) % 100 < 45 + 40 * (i / 240) - (question.topic.length % 3 === 0 ? 30 : 0);
    const at = now - Math.max(0, back - (back % 3 === 0 ? 1 : 0)) * day - 60_000;
    const common = { v: 2, id: `seed-${i}`, order: i + 1, at, window: 'seed', type: 'answered', session: `seed-${Math.floor(i / 12)}` };
    return {
      ...common,
      question: question.id,
      topic: question.topic,
      given: givenTo(question, correct),
      correct,
      ms: 15_000 + ((i * 911) % 60_000),
    };
  });
  write(userDir, events);
  return events.length;
}

/** Makes the events of one session, `ago` milliseconds old. */
const eventsOf = (session, ago) => {
  const at = Date.now() - ago;
  return (id, order, payload) => ({ v: 2, id, order, at, window: 'seed', session, ...payload });
};

/** An interrupted quiz of these questions behind one that is answered: the picker offers to continue it. */
export function seedQuiz({ userDir }, ids) {
  const [first] = questions().filter(({ topic, choices }) => topic === 'maml' && choices);
  const event = eventsOf('seeded-quiz', 60_000);
  write(userDir, [
    event('quiz-start', 1, {
      type: 'quizStarted',
      topics: ['maml', 'meta-learning', 'maml-in-code'],
      questions: [first.id, ...ids],
      seed: 7,
    }),
    event('quiz-1', 2, { type: 'answered', question: first.id, topic: 'maml', given: givenTo(first, true), correct: true }),
  ]);
}

/** An exam of four questions that has been running for a while, the first two answered (right, then wrong). @param left ms until its deadline */
export function seedExam({ userDir }, left) {
  const asked = questions()
    .filter(({ kind }) => kind !== 'numeric')
    .slice(0, 4);
  const event = eventsOf('seeded-exam', 600_000);
  const start = { topics: [asked[0].topic], questions: asked.map(({ id }) => id), seed: 7, mode: 'exam', deadline: Date.now() + left };
  const mark = (question, correct) => ({ type: 'examMarked', question: question.id, given: givenTo(question, correct), flagged: false });
  write(userDir, [
    event('exam-start', 1, { type: 'quizStarted', ...start }),
    event('exam-1', 2, mark(asked[0], true)),
    event('exam-2', 3, mark(asked[1], false)),
  ]);
}

/** An exam of these questions, nothing marked yet, with an hour to go. */
export function seedExamOf({ userDir }, ids) {
  const event = eventsOf('seeded-exam', 60_000);
  write(userDir, [
    event('exam-start', 1, {
      type: 'quizStarted',
      topics: ['maml', 'meta-learning', 'maml-in-code', 'maml-variants'],
      questions: ids,
      seed: 7,
      mode: 'exam',
      deadline: Date.now() + 3_600_000,
    }),
  ]);
}

const recordFolder = (userDir) => path.join(userDir, 'globalStorage/e-shikaku-lab.e-shikaku-lab/record');

/** All events on the disk of a window, line by line, whichever window wrote them. */
export function eventsOnDisk({ userDir }) {
  const folder = recordFolder(userDir);
  const lines = fs.readdirSync(folder).flatMap((file) => fs.readFileSync(path.join(folder, file), 'utf8').split('\n'));
  return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line)])).filter(({ type }) => type);
}

function write(userDir, events) {
  const folder = recordFolder(userDir);
  fs.mkdirSync(folder, { recursive: true });
  const heading = { format: 'eShikaku.record', version: 1, events: events.length };
  fs.writeFileSync(path.join(folder, 'seed-1.jsonl'), [heading, ...events].map((line) => JSON.stringify(line) + '\n').join(''));
}
