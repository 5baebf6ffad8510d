insert into ticket (hall) values (:hall) returning id
