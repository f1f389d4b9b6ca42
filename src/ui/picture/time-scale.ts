import { scaleTime, scaleUtc } from 'd3-scale';
import { shownZone } from '#src/lib/time.ts';

/** A scale of moments, whose ticks are whole hours and days of the zone that times are shown in. */
export const timeScale = (from: number, to: number) =>
  (shownZone() === 'UTC' ? scaleUtc() : scaleTime()).domain([from, to]);
