/** What a server may need to start. Not all of ours: it is no business of a store which credentials we hold. */
const names = ['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'SystemRoot', 'JAVA_HOME'];

export function serverEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
