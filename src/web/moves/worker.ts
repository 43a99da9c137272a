/** Lets every page open without the server after the first visit. Begins when the page has nothing else to do. */
export const startWorker = (): void => {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const { worker } = document.body.dataset;
  if (!workers || !worker) return;
  const register = (): void => {
    workers.register(worker).catch(() => {
      // A browser that keeps nothing: the pages work as long as the server does.
    });
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
};
