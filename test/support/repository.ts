import { join } from 'node:path';

/** The root of the repository, seen from where compiled tests run. */
export const root = join(__dirname, '../../..');
