import { ok, type OtherService } from '#src/mocks/service.ts';
import { boxRoutes } from '#src/mocks/toy/boxes.ts';
import { jobRoutes } from '#src/mocks/toy/jobs.ts';
import { TOY_ORIGIN } from '#src/mocks/toy/origin.ts';
import { refusal } from '#src/mocks/toy/refusal.ts';
import { requestRoutes } from '#src/mocks/toy/requests.ts';

/** The simulated shelf: it accepts one token, which is not Azure's. */
export const toyService: OtherService = {
  origin: TOY_ORIGIN,
  routes: [
    ...boxRoutes,
    ...jobRoutes,
    ...requestRoutes,
    {
      operation: 'toyOwner.get',
      method: 'GET',
      path: '/owner',
      action: 'owner/read',
      handle: () => ok({ owner: 'Toy owner' }),
    },
  ],
  refuse: ({ headers }) =>
    headers.get('authorization') === 'Bearer toy-token'
      ? null
      : refusal(401, 'WrongToken', 'The token is not one of this shelf.'),
  notFound: refusal(404, 'NoSuchOperation', 'There is no such operation.'),
};
