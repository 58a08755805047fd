export function linkVectors(folder: string): void;
