import { WecomCallbackFunction } from './callbacks/wecom-callback.function'
import { ConsoleFunction } from './console/console.function'
import { PatientFunction } from './patient/patient.function'
import { PhysicianFunction } from './physician/physician.function'
import { SignInFunction } from './sign-in/sign-in.function'
import { TimersFunction } from './timers/timers.function'

/** Every trigger class of the product. */
export const modules = [
  WecomCallbackFunction,
  SignInFunction,
  PatientFunction,
  PhysicianFunction,
  ConsoleFunction,
  TimersFunction,
]
