/** How a list is ordered. */
export interface ListOrder<Sort extends string> {
  readonly by: Sort;
  readonly isDescending: boolean;
}
