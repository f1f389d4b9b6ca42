/** Whether this build simulates Azure. Vite replaces it, so that the other branch disappears. */
declare const __DEMO__: boolean;

/** Whether this build has the toy datasource. Code that runs without Vite has no such name. */
declare const __TOY__: boolean | undefined;
