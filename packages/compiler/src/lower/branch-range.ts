/** Which of a scope's states a branch has made, by their positions; `end` is set when the branch is lowered. */
export interface BranchRange {
  readonly first: number;
  end: number;
}
