/** Why a deployment's `config.json` isn't used: it couldn't be read, or these places in it are wrong. */
export type ConfigProblem =
  | { readonly why: 'unread'; readonly detail: string }
  | { readonly why: 'wrong'; readonly places: readonly string[] };
