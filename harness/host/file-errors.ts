import { HarnessError } from './harness-error.ts';

/** Whether the system answered with this code, as `ENOENT`. */
export function isError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

const reasons: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'its folder cannot be made',
  ENOSPC: 'there is no room left',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'it is not permitted',
  ENXIO: 'it is neither a file nor a pipe',
  EROFS: 'the file system is read-only',
};

/** Why the system would not read or write, in words. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons[cause] ?? cause;
}

/** What a command says about a file that cannot be used. */
export function unusable(code: 'file-unreadable' | 'file-unwritable', path: string, error: unknown): HarnessError {
  const what = code === 'file-unreadable' ? 'read' : 'written';
  return new HarnessError(code, `${path} cannot be ${what}: ${reasonOf(error)}`, { cause: error });
}
