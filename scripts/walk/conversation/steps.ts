import type { Walk } from '../walk'
import { consoleFigures, consoleInbox } from './console'
import {
  asksForPerson,
  assistantAnswers,
  givesBack,
  replies,
  sameInMiniProgram,
  sendsPicture,
  takesOver,
  writesNote,
} from './day'
import { closedWindow, onCallAnswers, recalls, redFlag } from './night'
import { prepare } from './prepare'

/** The conversation in all its ways: one day with a person, a night, two days later, and how the console sees it. */
export const conversationSteps: readonly ((walk: Walk) => Promise<void>)[] = [
  prepare,
  assistantAnswers,
  asksForPerson,
  takesOver,
  replies,
  sendsPicture,
  sameInMiniProgram,
  writesNote,
  givesBack,
  redFlag,
  onCallAnswers,
  closedWindow,
  recalls,
  consoleInbox,
  consoleFigures,
]
