/** `npm run words`: prints each forbidden phrase of the project’s texts, with what to write instead. */
import { hitLines } from './words/files.ts';

const lines = hitLines();
console.log(lines.length === 0 ? 'No forbidden phrases.' : lines.join('\n'));
process.exitCode = lines.length === 0 ? 0 : 1;
