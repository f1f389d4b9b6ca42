/**
 * The widths at which a page changes, by the room that the page itself has (the container `page` of the
 * shell): navigation and simulation panel take theirs first. Screens under 640 pixels, where nothing is
 * beside a page, have rules of their own; if those set the same property, a rule for wider pages uses the
 * second container name, which exists only on wider screens, since the order of such rules isn't certain.
 */

/** No panel beside the main part: less than a screen of 1024 leaves beside the rail. */
export const NO_PANEL_BESIDE = '@container page (max-width: 975px)';

/** No two parts side by side: less than a screen of 1280 leaves beside the open navigation. */
export const TIGHT = '@container page (max-width: 1059px)';

/** The same where the screen is not a narrow one, which has a layout of its own. */
export const TIGHT_ONLY = '@container wide-page (max-width: 1059px)';

/** No facts beside a strip of points: less than a screen of 1440 leaves beside the open navigation. */
export const NO_FACTS_BESIDE = '@container wide-page (max-width: 1219px)';

/** No remarks beside the fields of the wizard: less than a screen of 1280 leaves beside the rail. */
export const NO_REMARK_BESIDE = '@container wide-page (max-width: 1231px)';

/** So low that bars and heads would leave a step no height to scroll in. */
export const SHORT = '@media (max-height: 559px)';
