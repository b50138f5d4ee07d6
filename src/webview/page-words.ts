import type { PageWords } from '../picture/page-words';

/** The editor writes them into the page's source. */
export const words = JSON.parse(document.body.dataset.words ?? '') as PageWords;
