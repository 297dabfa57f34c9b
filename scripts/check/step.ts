/** What a step found. A warning is shown and fails nothing. */
export type StepResult =
  | { readonly kind: 'passed' | 'skipped' | 'warned'; readonly summary: string; readonly detail?: string }
  | { readonly kind: 'failed'; readonly summary: string; readonly detail: string }

/** One thing that can be wrong without running a test. */
export interface Step {
  readonly name: string
  run(scope: Scope): Promise<StepResult>
}

/** What to look at: everything, or what changed against HEAD. Paths are relative to the root, with forward slashes. */
export interface Scope {
  readonly root: string
  readonly changed: readonly string[] | null
  /** Renew pages made from the code. */
  readonly write: boolean
}

/** Failed with the findings as detail, or passed with the summary. */
export function resultOf(findings: readonly string[], whenNone: string): StepResult {
  if (findings.length === 0) return { kind: 'passed', summary: whenNone }
  return {
    kind: 'failed',
    summary: findings.length === 1 ? '1 finding' : `${findings.length} findings`,
    detail: findings.join('\n'),
  }
}
