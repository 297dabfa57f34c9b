import { act, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { AppDisplayProvider } from '../src/display/use-app-display'

/** Opens a page as the app does, after the phone told its surroundings. */
export const openPage = async (page: ReactElement): Promise<void> => {
  await act(async () => {
    render(<AppDisplayProvider>{page}</AppDisplayProvider>)
  })
}
