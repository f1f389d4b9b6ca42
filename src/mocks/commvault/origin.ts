/** Where the simulated CommServe is. */
export const COMMSERVE_ORIGIN = 'https://commserve.contoso.example';

/** The path of one of its calls. */
export const apiPath = (path: string): string => `/webconsole/api${path}`;
