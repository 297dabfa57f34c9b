import { WecomCallbackFunction } from './callbacks/wecom-callback.function'
import { ConsoleFunction } from './console/console.function'
import { FamilyFunction } from './family/family.function'
import { MediaFunction } from './media/media.function'
import { ConversationFunction } from './conversation/conversation.function'
import { ConsoleConversationFunction } from './console/conversation.function'
import { PatientChatFunction } from './patient/patient-chat.function'
import { PatientFunction } from './patient/patient.function'
import { PhysicianFunction } from './physician/physician.function'
import { SignInFunction } from './sign-in/sign-in.function'
import { TimersFunction } from './timers/timers.function'

/** Every trigger class of the product. */
export const modules = [
  WecomCallbackFunction,
  SignInFunction,
  PatientFunction,
  PatientChatFunction,
  PhysicianFunction,
  ConversationFunction,
  ConsoleFunction,
  ConsoleConversationFunction,
  MediaFunction,
  FamilyFunction,
  TimersFunction,
]
