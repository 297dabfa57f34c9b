/** Where one goes when the session is missing or over; only an ended session is worth a word. */
export const signedOutAddress = (code: 'not-signed-in' | 'session-expired'): string =>
  code === 'session-expired' ? '/sign-in?error=session-expired' : '/sign-in'
