import { crrRules } from './crr.ts';
import { csrRules } from './csr.ts';
import { czrRules } from './czr.ts';

/** Restoring elsewhere: to another region, subscription or zone. */
export const elsewhereRules = [...crrRules, ...csrRules, ...czrRules];
