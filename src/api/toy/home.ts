/** Where a toy shelf is, and the only place its token may go to. */
export const TOY_HOME = {
  endpoint: 'https://toy.example',
  isOurs: (address: string): boolean =>
    URL.canParse(address) && new URL(address).origin === 'https://toy.example',
};
