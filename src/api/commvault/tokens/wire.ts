import * as z from 'zod/mini';
import { text } from '#src/api/commvault/values.ts';

/** POST of `/V4/AccessToken/Renew` (commvault.md §2.1, R): the client that was seen takes `token`, too. */
export const renewedWire = z.object({ accessToken: text, token: text, refreshToken: text });
