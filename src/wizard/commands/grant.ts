import { azCommand, type Command } from '#src/lib/command.ts';

/** Assigns a role to an identity (Microsoft Learn, reference of `az role assignment create`). */
export const grantCommand = (role: string, principal: string, scope: string): Command =>
  azCommand([
    'az role assignment create',
    ['--assignee-object-id', principal],
    '--assignee-principal-type ServicePrincipal',
    ['--role', role],
    ['--scope', scope],
  ]);
