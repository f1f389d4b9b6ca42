/** Roles that somebody may hold; what they give is told in `mocks/authorization/roles.ts`. */
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
  /** Of one that somebody gave while the world was lived in: its name, and when. */
  readonly given?: { readonly name: string; readonly atMs: number };
}
