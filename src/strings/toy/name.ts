/** The name of the toy datasource. */
export const toyName = 'Toy shelf';
