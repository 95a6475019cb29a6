// A mocha reporter for runs inside an extension host: each result is one printed line that the outside can read back.
'use strict';

/** What each line begins with; a JSON value follows. */
const mark = '::inHost ';

const titleOf = (test) => test.titlePath().join(' › ');

/** Prints `{ passed | failed | pending: title, ms?, error? }` per test and `{ end: true }` after the last one. */
class LineReporter {
  constructor(runner) {
    const print = (value) => console.log(mark + JSON.stringify(value));
    runner.on('pass', (test) => print({ passed: titleOf(test), ms: test.duration }));
    runner.on('pending', (test) => print({ pending: titleOf(test) }));
    runner.on('fail', (test, error) =>
      print({ failed: titleOf(test), error: String(error?.stack ?? error?.message ?? error).slice(0, 4000) }),
    );
    runner.once('end', () => print({ end: true }));
  }
}
LineReporter.mark = mark;

module.exports = LineReporter;
