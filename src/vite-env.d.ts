/** Whether this build simulates Azure. Vite replaces it, so that the other branch disappears. */
declare const __DEMO__: boolean;
