/** The first hits of a search, and how many there are in all. */
export interface FirstHits<Hit> {
  readonly hits: readonly Hit[];
  readonly total: number;
}
