/** How long a form waits, in seconds, for whoever sent it too late: the time to find one's telephone and sign in. */
export const keptSeconds = 1800
