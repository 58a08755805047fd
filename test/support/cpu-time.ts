/**
 * How many milliseconds of processor time something takes: unlike the time on the clock, it is hardly longer on a busy machine.
 * For what would otherwise hang; how fast something is, a benchmark shows.
 */
export function cpuTimeOf(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
