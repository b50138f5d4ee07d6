// Runs the editor's server, and takes its whole process group along when the program that started it is gone, even
// where that one was killed and could clean up nothing: its end of our standard input closes then.
import { pathToFileURL } from 'node:url';

const [main] = process.argv.splice(2, 1);
process.argv[1] = main;
process.stdin.on('close', () => {
  if (process.platform === 'win32') process.exit();
  process.kill(-process.pid, 'SIGKILL');
});
process.stdin.resume();
await import(pathToFileURL(main));
