const KEY = 'restore-center.simulation-banner';

/** Whether the line about the simulation was put away in this tab. */
export function isBannerHidden(): boolean {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Puts the line away until the tab is closed; where storage is forbidden, until the page is. */
export function hideBanner(): void {
  try {
    sessionStorage.setItem(KEY, 'hidden');
  } catch {
    // It comes back with the next load: better than not being able to put it away.
  }
}
