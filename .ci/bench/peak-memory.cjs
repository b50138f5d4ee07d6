// How much memory this process took at most, in bytes. Loaded before a program (`--require`), it can tell when that ends.
const { readFileSync, writeSync } = require('node:fs');

function peakMemory() {
  try {
    // What the process says of itself as the system sees it: `maxRSS` may be the peak of the one that started it.
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

module.exports = { peakMemory };

const descriptor = Number(process.env.SXO_PEAK_MEMORY_TO);
if (descriptor > 0) process.on('exit', () => writeSync(descriptor, String(peakMemory())));
