import type { RouteObject } from 'react-router-dom'
import { ConversationFiguresPage } from './conversation-figures/conversation-figures-page'
import { DutyPage } from './duty/duty-page'
import { InboxPage } from './inbox/inbox-page'
import { MacrosPage } from './macros/macros-page'
import { PatientPage } from './patients/patient-page'
import { PatientsPage } from './patients/patients-page'
import { Home } from './programme/home'
import { PlansPage } from './programme/plans-page'
import { ProgrammePage } from './programme/programme-page'
import { RequireSession } from './session/require-session'
import { SignInPage } from './session/sign-in-page'
import { CrashPage } from './shell/crash-page'
import { NotFoundPage } from './shell/not-found-page'
import { Shell } from './shell/shell'
import { WhyPage } from './touchpoints/why-page'

/** Every page of the console, below /console. */
export const consoleRoutes: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <CrashPage /> },
  {
    element: <RequireSession />,
    errorElement: <CrashPage />,
    children: [
      {
        element: <Shell />,
        children: [
          { path: '/', element: <Home /> },
          { path: '/programmes/:id', element: <ProgrammePage /> },
          { path: '/programmes/:id/plans', element: <PlansPage /> },
          { path: '/programmes/:id/duty', element: <DutyPage /> },
          { path: '/programmes/:id/macros', element: <MacrosPage /> },
          { path: '/programmes/:id/conversation-figures', element: <ConversationFiguresPage /> },
          { path: '/conversations/:id?', element: <InboxPage /> },
          { path: '/patients', element: <PatientsPage /> },
          { path: '/patients/:id', element: <PatientPage /> },
          { path: '/patients/:id/touchpoints/:touchpointId', element: <WhyPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]
