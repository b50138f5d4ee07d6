// Mocha's own reports for people, and the bare numbers for the line that `npm test` ends with.
// Options: `counts`, a file for the numbers; `dots`, for a short report.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter {
  constructor(runner, options) {
    const { counts, dots } = options.reporterOptions ?? {};
    this.report = dots ? new reporters.Dot(runner, options) : new reporters.Spec(runner, options);
    const skipped = [];
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.once('end', () => {
      // The dots alone would hide that a whole suite was left out.
      if (dots) for (const title of skipped) console.log(`  skipped: ${title}`);
      const { passes, failures, pending } = runner.stats;
      if (counts) writeFileSync(counts, JSON.stringify({ passes, failures, pending }));
    });
  }
};
