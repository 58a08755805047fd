/** A component is present and not NULL and, where there are `values`, has one of them. */
export type Presence = {
  /** The component's name, as in a pattern: `status`, or `readiness.status` for a member of a map. */
  readonly component: string;
  readonly values: readonly string[] | null;
};
