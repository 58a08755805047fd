/** What an adapter did with a request. Everything but `ok`, `error` and `unsupported` is trouble of its own. */
export type Answer =
  | { readonly kind: 'ok'; readonly value: { readonly [member: string]: unknown } }
  | { readonly kind: 'error'; readonly class: string; readonly message: string }
  | { readonly kind: 'unsupported'; readonly reason: string }
  /** It exited, or was killed by a signal, before it answered. */
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'timeout'; readonly detail: string }
  /** It answered what the protocol does not allow. */
  | { readonly kind: 'protocol-violation'; readonly detail: string };
