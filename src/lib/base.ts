/**
 * Where on its host the build is served: `/`, or the path of `vite build --base`, which starts and ends with a
 * slash. The router's addresses don't have it; addresses of files do.
 */
export const basePath = (): string => import.meta.env.BASE_URL;

/** The full address of a file of the build, such as the page that sign-in comes back to. */
export const ownAddress = (file: string): string => location.origin + basePath() + file;

/** A name that builds at other paths of the same host don't share: storage and channels are of the whole host. */
export const nameHere = (name: string): string => name + basePath().slice(1);
