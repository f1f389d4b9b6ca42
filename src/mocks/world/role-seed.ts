/** Roles that a principal can hold; `mocks/authorization/roles.ts` has their permissions. */
export type RoleName =
  | 'VM Restore Operator'
  | 'Contoso Restore'
  | 'Contributor'
  | 'Disk Restore Operator'
  | 'Disk Snapshot Contributor'
  | 'Reader';

/** A role in the hands of an identity. */
export interface RoleAssignmentSeed {
  /** Id of the user-assigned identity, or of the vault whose own identity it is. */
  readonly holder: string;
  readonly role: RoleName;
  readonly scope: string;
  /** Of a role given while the world ran: its name, and when. */
  readonly given?: { readonly name: string; readonly atMs: number };
}
