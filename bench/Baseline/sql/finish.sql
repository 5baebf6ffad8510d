update ticket set finished_at = now() where id = :id and finished_at is null
