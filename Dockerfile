# What runs in production: its packages, which are also those that build the pages.
FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY prisma prisma
RUN npm ci --omit=dev --no-audit --no-fund

FROM packages AS build
COPY . .
RUN npm run build

FROM node:22-slim
WORKDIR /app
# One copy keeps the times of the files, by which the start sees that the pages need not be built anew.
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
# Nothing is written but to this volume and to /tmp.
VOLUME /data
EXPOSE 3000
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "app/main.ts"]
