/** Where the simulated shelf is. */
export const TOY_ORIGIN = 'https://toy.example';
