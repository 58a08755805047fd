/** What vectors are exported as. */
export const exportFormats = ['json', 'ndjson', 'dynamodb-import'] as const;

export type ExportFormat = (typeof exportFormats)[number];
