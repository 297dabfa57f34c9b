/** Address of the host, compiled in: empty in h5, which calls the origin it came from. */
declare const API_BASE_URL: string
