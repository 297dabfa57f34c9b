import type { Action } from './action'
import { cardActions } from './card-actions'
import { clockActions } from './clock-actions'
import { kfPatientActions } from './kf-patient-actions'
import { kfStaffActions } from './kf-staff-actions'
import { knobActions } from './knob-actions'
import { memberActions } from './member-actions'
import { patientActions } from './patient-actions'
import { tapActions } from './tap-action'

export const actions: Action[] = [
  ...patientActions,
  ...kfPatientActions,
  ...tapActions,
  ...memberActions,
  ...cardActions,
  ...kfStaffActions,
  ...clockActions,
  ...knobActions,
]
