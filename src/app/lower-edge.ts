import { makeStaticStyles } from '@fluentui/react-components';

/**
 * What stays at the lower edge of a narrow screen, where the whole page scrolls under it: the running
 * restores, above them the simulation panel, above that the buttons of the wizard. Each stands on the one
 * below, and what takes the focus comes to stand above all.
 */
export const useLowerEdge = makeStaticStyles(`
@media (max-width: 639px) {
  html { scroll-padding-bottom: calc(var(--strip-height, 0px) + var(--panel-height, 0px) + 136px); }
  html:has([data-strip]) { --strip-height: 56px; }
  html:has([data-simulation]) { --panel-height: 45dvh; }
}
@media (max-width: 639px) and (max-height: 559px) {
  html { scroll-padding-bottom: calc(var(--strip-height, 0px) + var(--panel-height, 0px) + 8px); }
}
`);
