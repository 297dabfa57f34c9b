/** Key of a step on a page with several plans; a step's id is its own only within its plan. */
export const stepKey = (plan: { readonly id: string }, step: { readonly id: string }): string => `${plan.id}/${step.id}`
