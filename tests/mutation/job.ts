/** What a process found out about a change. */
export type Finding =
  /** A test fails with it. */
  | "noticed"
  /** All tests pass with it. */
  | "unnoticed"
  /** It would nowhere have given another value, so that all tests pass. */
  | "same"
  /** What was computed while modules were loaded may hide it. */
  | "doubtful"
  /** Its test fails unchanged too: an earlier change has left something behind, and the process ends. */
  | "unclean"
  /** Begun: if nothing follows, the process hangs. */
  | "begun";

export interface FindingLine {
  readonly id: number;
  readonly finding: Finding;
}

/** The files through which a process is given its job and reports; named by the environment. */
export const jobVariable = "SECOND_SOURCE_MUTATION_JOB";
export const reportOf = (jobFile: string) => `${jobFile}.report`;
