import { crrTexts } from './crr.ts';
import { csrTexts } from './csr.ts';
import { czrTexts } from './czr.ts';

/** Restoring elsewhere: to another region, subscription or zone. */
export const elsewhereTexts = { ...crrTexts, ...csrTexts, ...czrTexts };
