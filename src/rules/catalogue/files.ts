import { rules } from '../rule.ts';
import { learn } from '../sources.ts';

/** A page of Microsoft Learn that says how files are recovered. */
const recover = (heading: string) => learn(`Recover files from Azure VM backup: ${heading}`);

/** The rules of file recovery, which are in no catalogue: its task brings them. */
export const fileRules = rules('files', [
  {
    id: 'files.instance.required',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.instance === null,
    source: [recover('Step 1')],
  },
]);
