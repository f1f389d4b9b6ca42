/**
 * The windows in which every page is walked, by width and height. 720×450 is 1440×900 at 200%; 320×256 is
 * 1280×1024 at 400%.
 */
export const sizes = [
  [320, 800],
  [320, 256],
  [400, 800],
  [640, 800],
  [720, 450],
  [768, 1024],
  [900, 800],
  [1024, 768],
  [1440, 900],
  [1920, 1080],
  [2560, 1440],
] as const;
